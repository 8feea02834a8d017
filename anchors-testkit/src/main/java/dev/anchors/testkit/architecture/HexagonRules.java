package dev.anchors.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
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
 * ArchUnit rules for a hexagonal architecture: dependencies point inward, and the public API of an adapter contains no
 * type of a library.
 *
 * <pre>{@code
 * JavaClasses mine = new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages("com.example.mine");
 * HexagonRules.adapterDependsInward("com.example.mine").check(mine);
 * HexagonRules.adapterKeepsItsLibrariesToItself("com.example.mine").check(mine);
 * }</pre>
 *
 * <p>A rule fails if it finds no class to check.
 */
@SuppressWarnings("exports") // "requires transitive" would make ArchUnit mandatory for every modular user
public final class HexagonRules {

    private static final String PROJECT = "dev.anchors..";
    private static final String DOMAIN = "dev.anchors.domain..";
    private static final String PORTS = "dev.anchors.ports..";
    private static final String JDK = "java..";
    private static final String NULLNESS_ANNOTATIONS = "org.jspecify.annotations..";

    private HexagonRules() {}

    /** Returns the rule that the domain depends on nothing but the JDK. */
    public static ArchRule domainDependsOnTheJdkOnly() {
        return classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN, JDK, NULLNESS_ANNOTATIONS)
                .as("the domain depends on the JDK only")
                .because("every other module inherits the dependencies of the domain");
    }

    /** Returns the rule that the ports depend on nothing but the domain and the JDK. */
    public static ArchRule portsDependOnTheDomainOnly() {
        return classes()
                .that()
                .resideInAPackage(PORTS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(PORTS, DOMAIN, JDK, NULLNESS_ANNOTATIONS)
                .as("the ports depend on the domain only")
                .because("an application that uses a port must not inherit the libraries of an adapter");
    }

    /**
     * Returns the rule that an adapter depends on the ports and the domain, and on no other module of this project. That
     * includes what an adapter offers to programs, such as {@code dev.anchors.http.json}: another adapter reads JSON itself.
     *
     * @param adapter the name of the adapter's package; its subpackages are included
     */
    public static ArchRule adapterDependsInward(String adapter) {
        return noClasses()
                .that()
                .resideInAPackage(adapter + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(PROJECT).and(not(resideInAnyPackage(DOMAIN, PORTS, adapter + ".."))))
                .as("the adapter " + adapter + " depends on no module of this project but the ports and the domain")
                .because("an adapter that needs another adapter cannot be exchanged");
    }

    /**
     * Returns the rule that the public API of an adapter consists of types of the JDK, the ports, the domain and the
     * adapter itself. Packages named {@code internal} are not part of the API, because modules do not export them.
     * Bounds of type parameters belong to the API, and so do protected types and what a public type inherits from a type
     * that is not public; annotations do not. Dagger modules and the classes that Dagger generates are exempt.
     *
     * @param adapter the name of the adapter's package; its subpackages are included
     * @param accepted types of libraries that callers may pass to the adapter; each is allowed as the type of a parameter,
     *     but neither as a type argument nor where the adapter passes something to its callers
     */
    public static ArchRule adapterKeepsItsLibrariesToItself(String adapter, Class<?>... accepted) {
        String internal = adapter + "..internal..";
        return classes()
                .that()
                .resideInAPackage(adapter + "..")
                .and()
                .resideOutsideOfPackage(internal)
                .and()
                .areNotPackagePrivate()
                .and()
                .areNotPrivate()
                .and(not(annotatedWith("dagger.Module")))
                .and(not(generated()))
                .should(exposeOnly(
                        resideInAnyPackage(JDK, PORTS, DOMAIN, adapter + "..").and(not(resideInAPackage(internal))),
                        belongToAnyOf(accepted)))
                .as("the public API of the adapter " + adapter + " contains no type of a library")
                .because("an adapter cannot replace a library that its callers see");
    }

    /** Matches the factories that Dagger generates, which are public because Dagger needs them to be. */
    private static DescribedPredicate<JavaClass> generated() {
        return annotatedWith("dagger.internal.DaggerGenerated").forSubtype();
    }

    private static ArchCondition<JavaClass> exposeOnly(
            DescribedPredicate<JavaClass> allowed, DescribedPredicate<JavaClass> accepted) {
        return new ArchCondition<>("expose only types that " + allowed.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                checkDeclarations(type, events);
                hiddenAncestorsOf(type).forEach(ancestor -> checkDeclarations(ancestor, events));
            }

            private void checkDeclarations(JavaClass type, ConditionEvents events) {
                typesOf(type).forEach(exposed -> checkType(exposed, type.getDescription(), events));
                type.getMembers().stream()
                        .filter(member -> isVisible(member.getModifiers()))
                        .forEach(member -> typesOf(member, accepted)
                                .forEach(exposed -> checkType(exposed, member.getDescription(), events)));
            }

            private void checkType(JavaType exposed, String where, ConditionEvents events) {
                for (JavaClass raw : exposed.getAllInvolvedRawTypes()) {
                    JavaClass element = raw.getBaseComponentType();
                    if (!element.isPrimitive() && !allowed.test(element)) {
                        events.add(SimpleConditionEvent.violated(raw, where + " exposes " + element.getName()));
                    }
                }
            }
        };
    }

    private static Stream<JavaType> typesOf(JavaClass type) {
        return Stream.of(
                        type.getSuperclass().stream(), type.getInterfaces().stream(), type.getTypeParameters().stream())
                .flatMap(types -> types);
    }

    /** Returns the types whose public members callers see only through {@code type}. */
    private static Stream<JavaClass> hiddenAncestorsOf(JavaClass type) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(ancestor -> !isVisible(ancestor.getModifiers()));
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> typesOf(JavaMember member, DescribedPredicate<JavaClass> accepted) {
        if (member instanceof JavaCodeUnit code) {
            return Stream.of(
                            code.getTypeParameters().stream(),
                            code.getParameterTypes().stream()
                                    .filter(type -> !(type instanceof JavaClass && accepted.test(type.toErasure()))),
                            Stream.of(code.getReturnType()),
                            code.getExceptionTypes().stream())
                    .flatMap(types -> types);
        }
        return Stream.of(((JavaField) member).getType());
    }
}
