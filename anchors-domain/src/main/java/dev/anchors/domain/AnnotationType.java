package dev.anchors.domain;

/** The kind of an annotation. Services know the hierarchical summaries from release 5.0.0 on. */
public enum AnnotationType {
    /** What the material is. */
    DESCRIPTION,
    /** A remark. */
    COMMENT,
    /** Documentation. */
    DOCUMENTATION,
    /** A summary. */
    SUMMARY,
    /** An explanation. */
    EXPLANATION,
    /** The message of a Git commit. */
    GIT_COMMIT,
    /** None of the other kinds. */
    UNKNOWN,
    /** A knowledge graph. */
    KNOWLEDGE_GRAPH,
    /** A hierarchical summary of no particular kind. */
    GENERIC_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary that answers a query. */
    QUERY_DRIVEN_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary of a deep study. */
    DEEP_STUDY_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary made in a conversation. */
    CONVERSATIONALLY_GENERATED_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary of a day. */
    TEMPORAL_DAY_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary of a week. */
    TEMPORAL_WEEK_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary of a month. */
    TEMPORAL_MONTH_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary of a quarter. */
    TEMPORAL_QUARTER_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary of a year. */
    TEMPORAL_YEAR_HIERARCHICAL_SUMMARY,
    /** A hierarchical summary of one specific thing. */
    SPECIFIC_HIERARCHICAL_SUMMARY
}
