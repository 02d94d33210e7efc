package org.facecheck.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.GREEN;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.NOBODY;
import static org.facecheck.engine.picture.Photographs.SMILING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facecheck.engine.calibration.Calibration;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.engine.service.settings.ServiceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir
    Path directory;

    private void put(String person, String name, Cut picture) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("set").resolve(person));
        Files.write(folder.resolve(name), RunningService.picture(picture));
    }

    @Test
    void a_folder_of_people_is_measured_and_what_shows_no_face_is_left_out() throws Exception {
        RunningService.settings(directory);
        put("party", "1.png", SMILING);
        put("party", "2.png", LAUGHING);
        put("party", "3.png", NOBODY);
        put("blond", "1.png", BLOND);
        put("green", "1.png", GREEN);

        Calibration calibration = new CalibrateCommand(ServiceSettings.read(directory.resolve("engine.properties")))
                .ofFolder(directory.resolve("set"), 0.01);

        assertThat(calibration.comparisons().toString()).contains("1 of one person, 5 of different people");
        assertThat(calibration.comparisons().falseAccepts(0.45).errors()).isZero();
        assertThat(calibration.comparisons().falseRejects(0.5).errors()).isZero();
    }

    @Test
    void a_set_of_people_is_evaluated_by_the_rates_that_recognisers_are_compared_by() throws Exception {
        RunningService.settings(directory);
        put("party", "1.png", SMILING);
        put("party", "2.png", LAUGHING);
        put("blond", "1.png", BLOND);
        put("green", "1.png", GREEN);
        put("green", "2.png", NOBODY);

        String table = Program.printed(
                "evaluate",
                directory.resolve("engine.properties").toString(),
                directory.resolve("set").toString());

        assertThat(table)
                .contains("1 pictures were left out", "3 people, 1 of them with several pictures.")
                .contains("Equal error rate: 0.00 %", "       0.01 %")
                // One pair of pictures of one person says next to nothing, and that is said.
                .contains("0.0000 % (  0.0000 to  79.3451)")
                .doesNotContain("party", "blond");
    }

    @Test
    void the_people_on_file_are_measured() throws Exception {
        try (RunningService service = RunningService.start(directory)) {
            assertThat(service.enrol("party", SMILING, LAUGHING).statusCode()).isEqualTo(200);
            assertThat(service.enrol("blond", BLOND).statusCode()).isEqualTo(200);
        }
        Path plot = directory.resolve("plot.svg");

        StandaloneServer.main(new String[] {
            "calibrate", directory.resolve("engine.properties").toString(), "0.01", plot.toString()
        });

        assertThat(Files.readString(plot)).contains("2 people").doesNotContain("party");
    }
}
