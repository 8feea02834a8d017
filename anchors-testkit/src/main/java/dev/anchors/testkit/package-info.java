/**
 * Sample anchors, random anchors, a repository whose calls fail on demand, and a clock that a test sets. Tests of any
 * code that uses the ports can use these classes.
 */
@NullMarked
package dev.anchors.testkit;

import org.jspecify.annotations.NullMarked;
