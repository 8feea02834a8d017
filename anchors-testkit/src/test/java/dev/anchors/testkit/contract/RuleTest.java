package dev.anchors.testkit.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anchors.ports.AnchorLinks;
import dev.anchors.ports.AnchorRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    private static final Path PORTS = Path.of("..", "anchors-ports", "src", "main", "java", "dev", "anchors", "ports");
    private static final Pattern RULE = Pattern.compile("<b>(\\w+-\\d+)</b> (.*?)\\.? *(?:<li>|</ul>|<p>|@|$)");
    private static final Pattern LINK = Pattern.compile("\\{@link [^ }]*?#?(\\w+)(?:\\([^)]*\\))?(?: ([^}]+))?}");

    @ParameterizedTest
    @ValueSource(classes = {AnchorRepository.class, AnchorLinks.class})
    void the_rules_of_a_port_have_the_numbers_and_sentences_of_its_javadoc(Class<?> port) throws IOException {
        assertThat(Arrays.stream(Rule.values())
                        .filter(rule -> rule.port() == port)
                        .collect(toMap(Rule::number, Rule::sentence)))
                .containsExactlyInAnyOrderEntriesOf(rulesOf(port));
    }

    @Test
    void the_rules_for_every_operation_belong_to_each_port() {
        assertThat(Rule.of(Set.of(AnchorLinks.class)))
                .contains(Rule.ARG_1, Rule.CON_3, Rule.LIF_1, Rule.FAI_4, Rule.LNK_5)
                .doesNotContain(Rule.CRE_1, Rule.SNA_5, Rule.DIS_4);
    }

    @Test
    void a_display_name_that_begins_with_a_number_proves_that_rule() {
        assertThat(Rule.provedBy("CRE-1 the id is new")).contains(Rule.CRE_1);
        assertThat(Rule.provedBy("CRE-10 the id is new")).isEmpty();
        assertThat(Rule.provedBy("the id is new")).isEmpty();
    }

    @Test
    void a_rule_belongs_to_the_family_of_its_letters() {
        assertThat(Rule.CRE_1.family()).isEqualTo("CRE");
    }

    private static Map<String, String> rulesOf(Class<?> port) throws IOException {
        String source = Files.readString(PORTS.resolve(port.getSimpleName() + ".java"));
        String comments = source.replaceAll("\\R *\\* ?", " ");
        return RULE.matcher(withoutLinks(comments))
                .results()
                .collect(toMap(rule -> rule.group(1), rule -> rule.group(2)));
    }

    private static String withoutLinks(String comments) {
        return LINK.matcher(comments).replaceAll(RuleTest::label).replaceAll(" +", " ");
    }

    private static String label(MatchResult link) {
        return link.group(2) == null ? link.group(1) : link.group(2);
    }
}
