package dev.anchors.http;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.anchors.testkit.architecture.HexagonRules;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

@AnalyzeClasses(packages = "dev.anchors.http", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DEPENDS_INWARD = HexagonRules.adapterDependsInward("dev.anchors.http");

    @ArchTest
    static final ArchRule KEEPS_LIBRARIES = HexagonRules.adapterKeepsItsLibrariesToItself(
            "dev.anchors.http", CloseableHttpClient.class, SSLContext.class);
}
