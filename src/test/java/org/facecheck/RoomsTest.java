package org.facecheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.facecheck", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule data_flows_one_way_between_the_rooms = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("startup")
            .definedBy("org.facecheck.startup")
            .layer("capture")
            .definedBy("org.facecheck.capture")
            .layer("gate")
            .definedBy("org.facecheck.gate")
            .layer("verdict")
            .definedBy("org.facecheck.verdict")
            .layer("application")
            .definedBy("org.facecheck.application")
            .layer("faceki")
            .definedBy("org.facecheck.faceki")
            .layer("session")
            .definedBy("org.facecheck.session")
            .layer("config")
            .definedBy("org.facecheck.config")
            .whereLayer("startup")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("capture")
            .mayOnlyBeAccessedByLayers("startup")
            .whereLayer("gate")
            .mayOnlyBeAccessedByLayers("startup")
            .whereLayer("verdict")
            .mayOnlyBeAccessedByLayers("capture", "startup")
            .whereLayer("application")
            .mayOnlyBeAccessedByLayers("startup")
            .whereLayer("faceki")
            .mayOnlyBeAccessedByLayers("startup")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("gate", "capture", "verdict", "startup")
            .whereLayer("config")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule what_applications_use_stands_on_no_room = noClasses()
            .that()
            .resideInAPackage("org.facecheck")
            .and()
            .doNotHaveSimpleName("FaceCheckFilter")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.facecheck.*..");

    @ArchTest
    static final ArchRule only_the_session_room_touches_the_http_session = noClasses()
            .that()
            .resideOutsideOfPackage("org.facecheck.session")
            .and()
            .doNotHaveSimpleName("KycIdentity")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpSession.class);

    @ArchTest
    static final ArchRule only_the_faceki_room_speaks_http_as_a_client = noClasses()
            .that()
            .resideOutsideOfPackage("org.facecheck.faceki")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http");

    @ArchTest
    static final ArchRule the_jar_needs_nothing_but_the_server = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.facecheck..",
                    "java..",
                    "javax.xml.stream..",
                    "jakarta..",
                    "org.eclipse.microprofile.config..",
                    "org.jspecify.annotations..",
                    "");

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
