package dev.anchors.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.anchors.domain.Anchor;
import dev.anchors.ports.AnchorRepository;
import dev.anchors.testkit.architecture.offending.LeakyAdapter;
import org.junit.jupiter.api.Test;

class HexagonRulesTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter().importPackagesOf(Anchor.class);
    private static final JavaClasses PORTS = new ClassFileImporter().importPackagesOf(AnchorRepository.class);
    private static final JavaClasses LEAKY = new ClassFileImporter().importPackagesOf(LeakyAdapter.class);
    private static final String LEAKY_PACKAGE = LeakyAdapter.class.getPackageName();

    @Test
    void the_domain_stands_alone() {
        HexagonRules.domainStandsAlone().check(DOMAIN);
    }

    @Test
    void the_ports_depend_on_the_domain_alone() {
        HexagonRules.portsDependOnTheDomainAlone().check(PORTS);
    }

    @Test
    void an_adapter_that_leans_on_another_part_of_the_house_is_caught() {
        assertCaught(HexagonRules.adapterDependsInward(LEAKY_PACKAGE), "dev.anchors.testkit.ManualClock");
    }

    @Test
    void an_adapter_that_shows_a_library_is_caught() {
        assertCaught(
                HexagonRules.adapterKeepsItsLibrariesToItself(LEAKY_PACKAGE), "shows org.apache.hc.core5.http.Header");
    }

    @Test
    void a_rule_that_finds_no_class_to_judge_fails() {
        assertFindsNothing(HexagonRules.domainStandsAlone(), PORTS);
        assertFindsNothing(HexagonRules.portsDependOnTheDomainAlone(), DOMAIN);
        assertFindsNothing(HexagonRules.adapterDependsInward("com.example.nowhere"), LEAKY);
        assertFindsNothing(HexagonRules.adapterKeepsItsLibrariesToItself("com.example.nowhere"), LEAKY);
    }

    private static void assertCaught(ArchRule rule, String offence) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(LEAKY))
                .withMessageContaining(offence);
    }

    private static void assertFindsNothing(ArchRule rule, JavaClasses classes) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(classes))
                .withMessageContaining("failed to check any classes");
    }
}
