package dev.anchors.inmemory;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.anchors.testkit.architecture.HexagonRules;

@AnalyzeClasses(packages = "dev.anchors.inmemory", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ADAPTER_DEPENDS_INWARD = HexagonRules.adapterDependsInward("dev.anchors.inmemory");

    @ArchTest
    static final ArchRule ADAPTER_KEEPS_ITS_LIBRARIES_TO_ITSELF =
            HexagonRules.adapterKeepsItsLibrariesToItself("dev.anchors.inmemory");
}
