/** Recipes that need no build of their own; the pages beside the POM explain them. */
package dev.anchors.recipes;
