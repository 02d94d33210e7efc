package org.facecheck.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Period;
import org.facecheck.Selfie;
import org.facecheck.engine.Acceleration;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.LivenessCheck;
import org.facecheck.engine.index.ExactIndex;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.service.client.Client;
import org.facecheck.engine.service.client.Client.Right;
import org.facecheck.engine.service.client.Clients;
import org.facecheck.engine.service.settings.FirstSettings;
import org.facecheck.engine.service.settings.ServiceSettings;
import org.facecheck.engine.weights.FetchedPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceStartTest {
    @TempDir
    Path directory;

    private ServiceSettings settings(String text) throws IOException {
        return ServiceSettings.read(Files.writeString(directory.resolve("engine.properties"), text));
    }

    @Test
    void a_setting_that_nobody_knows_is_named() {
        assertThatThrownBy(() -> settings("weigths=x")).hasMessageContaining("no setting \"weigths\"");
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> EngineService.open(settings("clients=clients")))
                .hasMessageContaining("\"weights\" is missing");
        assertThatThrownBy(() -> EngineService.open(settings("weights=none.tgz")))
                .hasMessageContaining("npm pack @vladmandic/face-api@1.7.15");
    }

    @Test
    void the_first_settings_are_enough_to_start_and_are_never_written_over() throws Exception {
        Path folder = directory.resolve("first");
        new FirstSettings(folder).write(FetchedPackage.archive());

        try (EngineService service = EngineService.open(ServiceSettings.read(folder.resolve("engine.properties")))) {
            assertThat(service.api()).isNotNull();
        }
        assertThat(Clients.read(folder.resolve("clients"))
                        .find(
                                "operator",
                                Files.readString(folder.resolve("operator.secret"))
                                        .strip()))
                .map(Client::right)
                .contains(Right.ENROL);
        assertThat(Files.getPosixFilePermissions(folder.resolve("operator.secret")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThatThrownBy(() -> new FirstSettings(folder).write(FetchedPackage.archive()))
                .hasMessageContaining("is there already");
    }

    @Test
    void a_threshold_of_which_nothing_is_known_is_refused() {
        assertThatThrownBy(() -> settings("search-threshold=0.7").search().policy())
                .hasMessageContaining("0.7");
        assertThatThrownBy(() -> settings("search-threshold=near").search().policy())
                .isInstanceOf(IOException.class);
    }

    @Test
    void an_accelerator_is_used_if_present_unless_it_is_said_otherwise() throws IOException {
        assertThat(settings("").acceleration()).isEqualTo(Acceleration.IF_PRESENT);
        assertThat(settings("acceleration=required").acceleration()).isEqualTo(Acceleration.REQUIRED);
        assertThat(settings("acceleration=None").acceleration()).isEqualTo(Acceleration.NONE);
        assertThatThrownBy(() -> settings("acceleration=gpu").acceleration())
                .hasMessageContaining("if-present, required, none");
        // Nothing of it is a part of the service.
        assertThatThrownBy(() ->
                        EngineService.open(settings("acceleration=required\nweights=" + FetchedPackage.archive())))
                .hasMessageContaining("com.microsoft.onnxruntime:onnxruntime is not on the engine's class path");
    }

    @Test
    void the_exact_index_is_the_usual_one_and_what_the_other_one_needs_is_named() throws IOException {
        assertThat(settings("").search().indexes().get()).isInstanceOf(ExactIndex.class);
        assertThatThrownBy(() -> settings("search-index=hnsw").search().indexes())
                .hasMessageContaining("org.apache.lucene:lucene-core");
        assertThatThrownBy(() -> settings("search-index=fast").search().indexes())
                .hasMessageContaining("neither exact nor hnsw");
    }

    @Test
    void nobody_is_an_operator_by_the_servers_login_and_nobody_enrols_themselves_unless_it_is_said()
            throws IOException {
        assertThat(settings("").operators()).isEmpty();
        assertThat(settings("").selfEnrolment()).isNull();
        assertThat(settings("operators=anna, ben,, anna").operators()).containsExactlyInAnyOrder("anna", "ben");
        assertThat(settings("self-enrolment-days=30").selfEnrolment()).isEqualTo(Period.ofDays(30));
        for (String wrong : new String[] {"0", "-1", "true", "1.5"}) {
            assertThatThrownBy(() -> settings("self-enrolment-days=" + wrong).selfEnrolment())
                    .hasMessageContaining("no number of days");
        }
    }

    @Test
    void no_portrait_is_kept_unless_it_is_said() throws IOException {
        assertThat(settings("").store().keepsPortraits()).isFalse();
        assertThat(settings("keep-portraits=false").store().keepsPortraits()).isFalse();
        assertThat(settings("keep-portraits=true").store().keepsPortraits()).isTrue();
        for (String wrong : new String[] {"yes", "TRUE", "1"}) {
            assertThatThrownBy(() -> settings("keep-portraits=" + wrong).store().keepsPortraits())
                    .hasMessageContaining("neither true nor false");
        }
    }

    @Test
    void no_check_of_liveness_is_made_unless_its_weights_are_named() throws IOException {
        FaceEngine engine = FaceEngine.open(FetchedPackage.archive());
        String weights = "liveness-weights=" + FetchedPackage.livenessArchive() + "\n";

        assertThat(settings("").liveness().passive(engine)).isEmpty();
        assertThat(settings(weights).liveness().passive(engine)).isPresent();
        assertThatThrownBy(() -> settings("liveness-threshold=0.8").liveness().passive(engine))
                .hasMessageContaining("needs \"liveness-weights\"");
        assertThatThrownBy(
                        () -> settings("liveness-weights=none.tgz").liveness().passive(engine))
                .hasMessageContaining("npm pack @vladmandic/human@3.3.6");
        for (String wrong : new String[] {"high", "1.1", "-0.1", "NaN"}) {
            assertThatThrownBy(() -> settings(weights + "liveness-threshold=" + wrong)
                            .liveness()
                            .passive(engine))
                    .hasMessageContaining("no number from 0 to 1");
        }
    }

    /** One that a jar would bring. */
    public static final class BroughtCheck implements LivenessCheck {
        @Override
        public Liveness check(Selfie selfie) {
            return new Liveness(true, 1, "brought");
        }
    }

    @Test
    void a_check_of_liveness_that_a_jar_brings_is_taken_and_of_two_none() throws Exception {
        FaceEngine engine = FaceEngine.open(FetchedPackage.archive());
        Path services = Files.createDirectories(directory.resolve("jar/META-INF/services"));
        Files.writeString(services.resolve(LivenessCheck.class.getName()), BroughtCheck.class.getName());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader jar =
                new URLClassLoader(new URL[] {directory.resolve("jar/").toUri().toURL()}, before)) {
            assertThat(settings("").liveness().check(engine)).isEmpty();

            Thread.currentThread().setContextClassLoader(jar);

            assertThat(settings("").liveness().check(engine)).containsInstanceOf(BroughtCheck.class);
            assertThatThrownBy(() -> settings("liveness-weights=" + FetchedPackage.livenessArchive())
                            .liveness()
                            .check(engine))
                    .hasMessageContainingAll("two checks of liveness", BroughtCheck.class.getName());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void who_does_not_look_alive_is_told_no_more_than_a_stranger() throws Exception {
        String weights = "liveness-weights=" + FetchedPackage.livenessArchive();
        try (RunningService service = RunningService.start(directory, weights, "liveness-threshold=0")) {
            assertThat(service.enrol("party", Photographs.SMILING).statusCode()).isEqualTo(200);
            assertThat(service.check(Photographs.LAUGHING, "party")).contains("\"face_verified\":true");
        }
        try (RunningService service = RunningService.start(directory, weights, "liveness-threshold=1")) {
            String refused = service.check(Photographs.LAUGHING, "party");
            assertThat(refused).contains("\"face_verified\":false").doesNotContainIgnoringCase("live");
            assertThat(refused).isEqualTo(service.check(Photographs.GREEN, "party"));
        }
    }

    @Test
    void people_are_there_after_the_next_start_and_a_gallery_that_is_too_large_is_not_searched() throws Exception {
        try (RunningService service = RunningService.start(directory)) {
            assertThat(service.enrol("party", Photographs.SMILING).statusCode()).isEqualTo(200);
            assertThat(service.enrol("blond", Photographs.BLOND).body()).contains("\"searchable\":true");
        }

        // At 0.5, a stranger among two is one in 700: more than is borne here.
        try (RunningService service = RunningService.start(directory, "search-threshold=0.5", "false-accept=0.001")) {
            assertThat(service.enrol("green", Photographs.GREEN).body())
                    .contains("\"people\":3", "\"searchable\":false");
            assertThat(service.check(Photographs.LAUGHING, null)).contains("\"responseCode\":7001");
            assertThat(service.check(Photographs.LAUGHING, "party")).contains("\"face_verified\":true");
        }
    }
}
