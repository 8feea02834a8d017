/**
 * JMH benchmarks and reports of what the library costs. Each measurement is compared with a baseline of the same run.
 *
 * <p>The package is not null-marked, because JMH sets the fields of a state after its constructor.
 */
package dev.anchors.benchmarks;
