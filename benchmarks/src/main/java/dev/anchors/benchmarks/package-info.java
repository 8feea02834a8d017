/**
 * What the library costs, by JMH, each figure beside a baseline of the same run.
 *
 * <p>The package is not null-marked: JMH fills the fields of a state after it was made.
 */
package dev.anchors.benchmarks;
