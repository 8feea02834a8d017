package dev.anchors.benchmarks;

/**
 * The cost of something, divided by the cost of its baseline. A lower ratio is better.
 *
 * @param group the heading under which the comparison is shown
 * @param name what was measured
 * @param baseline what the baseline is
 * @param ratio the measured cost divided by the cost of the baseline
 * @param goal the greatest acceptable ratio
 */
record Comparison(String group, String name, String baseline, double ratio, double goal) {

    boolean isMet() {
        return ratio <= goal;
    }
}
