package dev.anchors.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.anchors.domain.Anchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.architecture.offending.LeakyAdapter;
import org.apache.hc.core5.http.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexagonRulesTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter().importPackagesOf(Anchor.class);
    private static final JavaClasses PORTS = new ClassFileImporter().importPackagesOf(AnchorRepository.class);
    private static final JavaClasses LEAKY = new ClassFileImporter().importPackagesOf(LeakyAdapter.class);
    private static final String LEAKY_PACKAGE = LeakyAdapter.class.getPackageName();

    @Test
    void the_domain_depends_on_the_jdk_only() {
        HexagonRules.domainDependsOnTheJdkOnly().check(DOMAIN);
    }

    @Test
    void the_ports_depend_on_the_domain_only() {
        HexagonRules.portsDependOnTheDomainOnly().check(PORTS);
    }

    @Test
    void an_adapter_must_not_depend_on_another_module_of_the_project() {
        assertViolated(HexagonRules.adapterDependsInward(LEAKY_PACKAGE), "dev.anchors.testkit.ManualClock");
    }

    @Test
    void an_adapter_must_not_expose_a_library_type_as_a_type_argument() {
        assertViolated(
                HexagonRules.adapterKeepsItsLibrariesToItself(LEAKY_PACKAGE),
                "exposes org.apache.hc.core5.http.Header");
    }

    @ParameterizedTest
    @CsvSource({
        "BoundedClass, org.apache.hc.core5.http.HttpHost",
        "BoundedMethod, org.apache.hc.core5.http.HttpEntity",
        "NestedBound, org.apache.hc.core5.http.ContentType"
    })
    void an_adapter_must_not_expose_a_library_type_as_a_bound_of_a_type_parameter(String type, String library) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> HexagonRules.adapterKeepsItsLibrariesToItself(LEAKY_PACKAGE)
                        .check(only(type)))
                .withMessageContaining(LEAKY_PACKAGE + "." + type)
                .withMessageContaining("exposes " + library);
    }

    @ParameterizedTest
    @CsvSource({
        "InheritsMethod, org.apache.hc.core5.http.HttpHost",
        "InheritsField, org.apache.hc.core5.http.HttpHost",
        "InheritsLibraryType, org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy",
        "ProtectedType, org.apache.hc.core5.http.Header"
    })
    void an_adapter_must_not_expose_a_library_type_by_a_protected_type_or_a_hidden_ancestor(
            String type, String library) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> HexagonRules.adapterKeepsItsLibrariesToItself(LEAKY_PACKAGE)
                        .check(only(type)))
                .withMessageContaining("exposes " + library);
    }

    @Test
    void an_adapter_may_have_type_parameters_with_bounds_of_the_jdk() {
        HexagonRules.adapterKeepsItsLibrariesToItself(LEAKY_PACKAGE).check(only("CleanBound"));
    }

    private static JavaClasses only(String type) {
        return LEAKY.that(simpleName(type));
    }

    @Test
    void an_adapter_must_not_expose_a_library_type_as_a_parameter() {
        assertViolated(HexagonRules.adapterKeepsItsLibrariesToItself(LEAKY_PACKAGE), "LeakyAdapter.send(");
    }

    @Test
    void an_accepted_library_type_may_be_the_type_of_a_parameter_only() {
        ArchRule rule = HexagonRules.adapterKeepsItsLibrariesToItself(LEAKY_PACKAGE, Header.class);

        assertViolated(rule, "LeakyAdapter.headers(");
        assertViolated(rule, "LeakyAdapter.sendAll(");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(LEAKY))
                .withMessageNotContaining("LeakyAdapter.send(");
    }

    @Test
    void an_architecture_rule_fails_if_it_finds_no_class_to_check() {
        assertFindsNothing(HexagonRules.domainDependsOnTheJdkOnly(), PORTS);
        assertFindsNothing(HexagonRules.portsDependOnTheDomainOnly(), DOMAIN);
        assertFindsNothing(HexagonRules.adapterDependsInward("com.example.nowhere"), LEAKY);
        assertFindsNothing(HexagonRules.adapterKeepsItsLibrariesToItself("com.example.nowhere"), LEAKY);
    }

    private static void assertViolated(ArchRule rule, String violation) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(LEAKY))
                .withMessageContaining(violation);
    }

    private static void assertFindsNothing(ArchRule rule, JavaClasses classes) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(classes))
                .withMessageContaining("failed to check any classes");
    }
}
