package org.facecheck.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.SMILING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.facecheck.engine.service.settings.ServiceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that deletes all kept portraits: for a script, or while no service runs. */
class DeletePortraitsTest {
    private static final String KEPT = "keep-portraits=true";

    @TempDir
    Path directory;

    private String deleted() throws Exception {
        return Program.printed(
                "delete-portraits", directory.resolve("engine.properties").toString());
    }

    private void enrolled() throws Exception {
        try (RunningService service = RunningService.start(directory, KEPT)) {
            assertThat(service.enrol("party", SMILING, LAUGHING).statusCode()).isEqualTo(200);
            assertThat(service.enrol("blond", BLOND).statusCode()).isEqualTo(200);
        }
    }

    private int onFile() throws IOException {
        return ServiceSettings.read(directory.resolve("engine.properties"))
                .store()
                .portraits()
                .count();
    }

    @Test
    void all_portraits_are_deleted_their_number_is_told_and_people_are_still_recognised() throws Exception {
        enrolled();
        RunningService.settings(directory);

        assertThat(deleted())
                .isEqualTo("Deleted: 3 pictures of faces, of 2 people, who are still enrolled. On file now: 0 pictures."
                        + System.lineSeparator());

        try (ServiceLog log = ServiceLog.listen();
                RunningService service = RunningService.start(directory)) {
            assertThat(log.lines()).anyMatch(line -> line.endsWith("pictures of faces: not kept"));
            assertThat(service.check(LAUGHING, "party")).contains("\"face_verified\":true");
        }
        assertThat(deleted()).contains("Deleted: 0 pictures of faces, of 0 people");
    }

    /** As after a change of the settings for a service that can't start. */
    @Test
    void neither_weights_nor_clients_are_needed() throws Exception {
        enrolled();
        Files.writeString(
                directory.resolve("engine.properties"), "master-keys=master.keys\npeople=people\nkeys=keys\n");

        assertThat(deleted()).contains("Deleted: 3 pictures of faces");
    }

    @Test
    void portraits_that_are_asked_for_are_deleted_by_no_command() throws Exception {
        enrolled();

        assertThatThrownBy(this::deleted)
                .hasMessageContainingAll("no picture was deleted", "\"keep-portraits\" is true");

        assertThat(onFile()).isEqualTo(3);
    }

    @Test
    void while_the_service_has_the_files_open_nothing_is_deleted_and_that_is_said() throws Exception {
        try (RunningService service = RunningService.start(directory, KEPT)) {
            assertThat(service.enrol("blond", BLOND).statusCode()).isEqualTo(200);
            RunningService.settings(directory);

            // Another process, since H2 lets this one in.
            Program program = Program.run(
                    "delete-portraits", directory.resolve("engine.properties").toString());

            assertThat(program.exit()).as(program.said()).isEqualTo(1);
            assertThat(program.said()).contains("another process has its files open. Stop the service first");
        }
        assertThat(onFile()).isEqualTo(1);
    }

    @Test
    void where_there_is_no_store_none_is_made() throws Exception {
        RunningService.settings(directory);

        assertThatThrownBy(this::deleted).hasMessageContainingAll("\"people\" names no database that exists", "mv.db");

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("engine.properties", "clients", "master.keys");
        }
    }

    @Test
    void without_the_key_file_nothing_is_deleted() throws Exception {
        enrolled();
        RunningService.settings(directory);
        Path keys = directory.resolve("master.keys");
        String lines = Files.readString(keys);
        Files.delete(keys);

        assertThatThrownBy(this::deleted).hasMessageContaining("can't be read");
        RunningService.settings(directory);
        Files.writeString(keys, lines.replace("\na ", "\nb "));
        assertThatThrownBy(this::deleted).hasMessageContaining("no master key \"a\"");

        Files.writeString(keys, lines);
        assertThat(onFile()).isEqualTo(3);
    }

    @Test
    void a_command_with_too_few_words_shows_the_usage_and_is_not_taken_for_a_file_of_settings() throws Exception {
        for (String[] words : new String[][] {{"delete-portraits"}, {"calibrate", "engine.properties"}, {"measure"}}) {
            Program program = Program.run(words);

            assertThat(program.exit()).as(program.said()).isEqualTo(2);
            assertThat(program.said())
                    .contains("standalone.jar delete-portraits engine.properties")
                    .doesNotContain("Exception");
        }
    }
}
