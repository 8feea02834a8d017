/** Benchmarks of what the HTTP adapter keeps to itself. They run on the class path, so they may share its package. */
package dev.anchors.http;
