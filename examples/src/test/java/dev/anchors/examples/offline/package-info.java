/** Lesson one: testing an application offline, exactly and without a service. */
@NullMarked
package dev.anchors.examples.offline;

import org.jspecify.annotations.NullMarked;
