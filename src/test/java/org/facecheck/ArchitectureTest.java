package org.facecheck;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.facecheck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule what_applications_use_stands_on_no_room = noClasses()
            .that()
            .resideInAPackage("org.facecheck")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.facecheck.*..");

    /** What is public by its place, beside what is internal and may change in any release. */
    @ArchTest
    static final ArchRule outside_of_the_rooms_are_the_api_and_the_names_for_web_xml =
            classes().should().resideInAnyPackage("org.facecheck", "org.facecheck.web", "org.facecheck.internal..");

    /** Each package is a slice, so neither a room and the one within it, nor any others, depend on each other in a circle. */
    @ArchTest
    static final ArchRule no_packages_depend_on_each_other_in_a_circle =
            slices().matching("org.facecheck.(**)").should().beFreeOfCycles();

    /** Fewer do not need a room of their own, and more cannot be read in one go. */
    @ArchTest
    static void a_room_has_4_to_14_classes(JavaClasses all) {
        Map<String, Long> sizes = all.stream()
                .filter(type -> type.getPackageName().startsWith("org.facecheck.internal"))
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((room, size) -> assertThat(size).as(room).isBetween(4L, 14L));
    }

    /**
     * What may be serialized may be in a session, and must be readable by another version of the jar. A record that has a
     * component more or less than the stored one can't be, and older servers can't marshal records at all.
     */
    @ArchTest
    static final ArchRule no_record_is_serializable =
            noClasses().that().areRecords().should().beAssignableTo(Serializable.class);

    @ArchTest
    static final ArchRule only_the_session_room_touches_the_http_session = noClasses()
            .that()
            .resideOutsideOfPackage("org.facecheck.internal.session")
            .and()
            .doNotHaveSimpleName("KycIdentity")
            .and()
            .doNotHaveSimpleName("Bearer")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpSession.class);

    /** Each stands above what it uses: a session carries a count, and a target, without their knowing. */
    @ArchTest
    static final ArchRule attempts_and_targets_know_no_session = noClasses()
            .that()
            .resideInAnyPackage("org.facecheck.internal.attempts", "org.facecheck.internal.guard")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.facecheck.internal.session");

    @ArchTest
    static final ArchRule only_the_faceki_room_speaks_http_as_a_client = noClasses()
            .that()
            .resideOutsideOfPackage("org.facecheck.internal.faceki..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http");

    @ArchTest
    static final ArchRule only_the_codec_knows_image_io = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.facecheck.internal.image.JpegCodec")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.imageio..");

    /** ImageIO's own streams, and all of its short cuts, write pictures to the temporary directory. */
    @ArchTest
    static final ArchRule no_picture_is_cached_in_a_file = noClasses()
            .should()
            .callMethodWhere(target(owner(type(ImageIO.class))).and(not(target(name("getUseCache")))))
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("FileCache");

    /** A server that runs it can link nothing else of Facecheck's. */
    private static final String FOR_THE_OTHER_SERVERS = "org.facecheck.internal.bootstrap.WrongServerInitializer";

    @ArchTest
    static final ArchRule no_class_needs_the_one_for_the_other_servers =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName(FOR_THE_OTHER_SERVERS);

    @ArchTest
    static final ArchRule the_jar_needs_nothing_but_the_server_and_one_library = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(FOR_THE_OTHER_SERVERS)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.facecheck..",
                    "java..",
                    "javax.crypto..",
                    "javax.management..",
                    "javax.naming..",
                    "javax.xml.stream..",
                    "javax.imageio..",
                    "javax.net.ssl..",
                    "jakarta..",
                    "org.eclipse.microprofile.config..",
                    "org.jspecify.annotations..",
                    "dev.failsafe..",
                    "");

    /** Else the server reads all classes of the application for us when it deploys it (Jakarta Servlet 6.0, section 8.2.4). */
    @ArchTest
    static final ArchRule nobody_has_the_applications_classes_scanned =
            noClasses().should().beAnnotatedWith(HandlesTypes.class);

    /** Who runs it has a JDK and the jar, and no server. */
    @ArchTest
    static final ArchRule the_self_check_needs_nothing_but_the_jdk = classes()
            .that()
            .resideInAPackage("org.facecheck.internal.selfcheck..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.facecheck.internal.selfcheck..", "java..", "javax.net.ssl..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule nobody_needs_the_self_check = noClasses()
            .that()
            .resideOutsideOfPackage("org.facecheck.internal.selfcheck..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.facecheck.internal.selfcheck..");

    @ArchTest
    static final ArchRule only_the_circuit_knows_the_library_that_comes_along = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.facecheck.internal.faceki.ServiceCircuit")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.failsafe..");

    @ArchTest
    static final ArchRule every_package_is_null_marked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule no_class_is_a_catch_all = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
