package dev.anchors.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The architecture as rules of ArchUnit: dependencies point inward, and an adapter keeps its libraries to itself.
 *
 * <pre>{@code
 * JavaClasses mine = new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages("com.example.mine");
 * HexagonRules.adapterDependsInward("com.example.mine").check(mine);
 * HexagonRules.adapterKeepsItsLibrariesToItself("com.example.mine").check(mine);
 * }</pre>
 *
 * <p>A rule that finds no class to judge fails.
 */
@SuppressWarnings("exports") // ArchUnit is optional: "requires transitive" would make every modular user need it
public final class HexagonRules {

    private static final String HOUSE = "dev.anchors..";
    private static final String DOMAIN = "dev.anchors.domain..";
    private static final String PORTS = "dev.anchors.ports..";
    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";

    private HexagonRules() {}

    /** The domain needs nothing but the JDK. */
    public static ArchRule domainStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN, JDK, NULLNESS)
                .as("the domain depends on the JDK alone")
                .because("it is what everything else stands on");
    }

    /** The ports need nothing but the domain and the JDK. */
    public static ArchRule portsDependOnTheDomainAlone() {
        return classes()
                .that()
                .resideInAPackage(PORTS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(PORTS, DOMAIN, JDK, NULLNESS)
                .as("the ports depend on the domain alone")
                .because("an application that uses a port must not inherit an adapter's libraries");
    }

    /** An adapter depends on the ports and the domain, and on no other part of this house. */
    public static ArchRule adapterDependsInward(String adapter) {
        return noClasses()
                .that()
                .resideInAPackage(adapter + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(HOUSE).and(not(resideInAnyPackage(DOMAIN, PORTS, adapter + ".."))))
                .as("of this house the adapter " + adapter + " depends on ports and domain alone")
                .because("adapters are exchangeable only as long as none needs another");
    }

    /**
     * What an adapter shows to its callers is made of the JDK, the ports, the domain and its own public types. Packages
     * below {@code internal} are not shown: a module does not export them.
     */
    public static ArchRule adapterKeepsItsLibrariesToItself(String adapter) {
        String internal = adapter + "..internal..";
        return classes()
                .that()
                .resideInAPackage(adapter + "..")
                .and()
                .resideOutsideOfPackage(internal)
                .and()
                .arePublic()
                .and(not(annotatedWith("dagger.Module")))
                .and(not(generated()))
                .should(showNothingBut(
                        resideInAnyPackage(JDK, PORTS, DOMAIN, adapter + "..").and(not(resideInAPackage(internal)))))
                .as("the public API of the adapter " + adapter + " shows no type of a library")
                .because("a library that callers see can neither be exchanged nor left out");
    }

    /** Dagger's generated factories are public for Dagger's sake. */
    private static DescribedPredicate<JavaClass> generated() {
        return annotatedWith("dagger.internal.DaggerGenerated").forSubtype();
    }

    private static ArchCondition<JavaClass> showNothingBut(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("show nothing but types that " + allowed.getDescription()) {
            @Override
            public void check(JavaClass shown, ConditionEvents events) {
                ancestors(shown).forEach(type -> judge(type, shown.getDescription(), events));
                shown.getMembers().stream()
                        .filter(HexagonRules::isVisible)
                        .forEach(member -> types(member).forEach(type -> judge(type, member.getDescription(), events)));
            }

            private void judge(JavaType type, String where, ConditionEvents events) {
                for (JavaClass raw : type.getAllInvolvedRawTypes()) {
                    JavaClass element = raw.getBaseComponentType();
                    if (!element.isPrimitive() && !allowed.test(element)) {
                        events.add(SimpleConditionEvent.violated(raw, where + " shows " + element.getName()));
                    }
                }
            }
        };
    }

    private static Stream<JavaType> ancestors(JavaClass type) {
        return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaCodeUnit code) {
            return Stream.of(
                            code.getParameterTypes().stream(),
                            Stream.of(code.getReturnType()),
                            code.getExceptionTypes().stream())
                    .flatMap(it -> it);
        }
        return Stream.of(((JavaField) member).getType());
    }
}
