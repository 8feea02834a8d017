package dev.anchors.benchmarks;

/**
 * What something costs in times of what its baseline costs; less is better.
 *
 * @param group what kind of thing it is
 * @param name what was measured
 * @param baseline beside what
 * @param ratio how many times the baseline it costs
 * @param goal how many times it may cost at most
 */
record Figure(String group, String name, String baseline, double ratio, double goal) {

    boolean isMet() {
        return ratio <= goal;
    }
}
