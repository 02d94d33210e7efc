package org.facecheck.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.facecheck.engine.gallery.KeyForm;
import org.facecheck.engine.index.HnswIndex;
import org.facecheck.engine.onnx.OnnxSession;
import org.facecheck.internal.caller.ComparableText;
import org.jspecify.annotations.NullMarked;

/** The same walls as the library's. */
@AnalyzeClasses(packages = "org.facecheck.engine", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
    private static final String STORE = "org.facecheck.engine.store..";

    /** ArchUnit's own option knows the usual directory only. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule no_packages_depend_on_each_other_in_a_circle =
            slices().matching("org.facecheck.(**)").should().beFreeOfCycles();

    @ArchTest
    static void a_room_has_4_to_14_classes(JavaClasses all) {
        Map<String, Long> sizes = all.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((room, size) -> assertThat(size).as(room).isBetween(4L, 14L));
    }

    /** Templates are biometric data: nothing of the engine's can slip into a session or a file by being serialised. */
    @ArchTest
    static final ArchRule nothing_but_exceptions_is_serializable = noClasses()
            .that()
            .areNotAssignableTo(Throwable.class)
            .and()
            .areNotEnums()
            .should()
            .beAssignableTo(Serializable.class);

    /** But for the form of names: a person is claimed in the library's. */
    @ArchTest
    static final ArchRule only_the_picture_room_knows_image_io_and_the_librarys_inner_rooms = noClasses()
            .that()
            .resideOutsideOfPackage("org.facecheck.engine.picture")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.imageio..", "java.awt..", "org.facecheck.internal..")
                    .and(not(type(ComparableText.class))));

    @ArchTest
    static final ArchRule keys_alone_have_the_form_of_the_librarys_names = noClasses()
            .that()
            .doNotBelongToAnyOf(KeyForm.class)
            .should()
            .dependOnClassesThat(type(ComparableText.class));

    /** ImageIO's short cuts write pictures to the temporary directory; so do its file caches. */
    @ArchTest
    static final ArchRule no_picture_is_cached_in_a_file = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("FileCache")
            .orShould()
            .callMethod(ImageIO.class, "read", InputStream.class);

    @ArchTest
    static final ArchRule the_engine_needs_the_library_and_the_jdk_only_and_the_store_a_database_and_flyway = classes()
            .that()
            .resideOutsideOfPackage(STORE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "org.facecheck..",
                            "java..",
                            "javax.imageio..",
                            "org.jspecify.annotations..",
                            "ai.onnxruntime..",
                            "org.apache.lucene..",
                            "")
                    .and(not(resideInAnyPackage("java.sql..", STORE))));

    /** As is Lucene. */
    @ArchTest
    static final ArchRule one_index_alone_needs_lucene = noClasses()
            .that()
            .doNotBelongToAnyOf(HnswIndex.class)
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.lucene.."));

    /** It is optional: whatever else names one of its classes would not load without it. */
    @ArchTest
    static final ArchRule sessions_alone_need_onnx_runtime = noClasses()
            .that()
            .doNotBelongToAnyOf(OnnxSession.class)
            .should()
            .dependOnClassesThat(resideInAPackage("ai.onnxruntime.."));

    /** But for messages from other processes, which JDBC does not have. */
    @ArchTest
    static final ArchRule the_store_names_no_driver = classes()
            .that()
            .resideInAPackage(STORE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "org.facecheck..",
                            "java..",
                            "javax.sql..",
                            "javax.crypto..",
                            "org.flywaydb.core..",
                            "org.jspecify.annotations..",
                            "")
                    .or(resideInAPackage("org.postgresql")));

    @ArchTest
    static final ArchRule messages_alone_need_a_driver = noClasses()
            .that()
            .haveNameNotMatching(".*\\.PostgresChanges")
            .should()
            .dependOnClassesThat(resideInAPackage("org.postgresql.."));

    /** Pictures leave the application by no way. */
    @ArchTest
    static final ArchRule nothing_speaks_to_the_network =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net..");

    @ArchTest
    static final ArchRule every_package_is_null_marked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
