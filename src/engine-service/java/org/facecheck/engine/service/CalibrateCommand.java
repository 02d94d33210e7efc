package org.facecheck.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facecheck.KycRecord;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.calibration.Calibration;
import org.facecheck.engine.calibration.CalibrationPlot;
import org.facecheck.engine.calibration.CalibrationReport;
import org.facecheck.engine.calibration.Comparisons;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.picture.UnreadablePictureException;
import org.facecheck.engine.quality.FaceReading.Usable;
import org.facecheck.engine.quality.QualityLimits;
import org.facecheck.engine.service.settings.ServiceSettings;
import org.facecheck.engine.store.EncryptedStore;

/**
 * Measures how well people are told apart: those on file, or those of a folder that has a folder of pictures for each person, such as a
 * public set. Nothing of anybody is printed but numbers.
 *
 * <pre>
 * java -jar facecheck-engine-0.1.0-SNAPSHOT-standalone.jar calibrate /etc/facecheck/engine.properties 0.001 plot.svg [folder]
 * </pre>
 */
final class CalibrateCommand {
    private static final KycRecord NOTHING_SAID = new KycRecord(null, null, null, null, null, null, null, Map.of());

    private final ServiceSettings settings;

    /** @param settings of the service whose people, or whose weights, are used */
    CalibrateCommand(ServiceSettings settings) {
        this.settings = settings;
    }

    /**
     * Measures the people on file. A file of H2's is open to one process at a time: stop the service before.
     *
     * @param target the rate at which two people may be taken for one
     */
    Calibration ofPeopleOnFile(double target) throws IOException {
        EncryptedStore store =
                settings.store().open(FaceEngine.open(settings.weights()).modelId());
        return new Calibration(Comparisons.of(store.load()), target);
    }

    /**
     * Measures the people of a folder.
     *
     * @param folder has a folder for each person, by any name
     * @param target as above
     */
    Calibration ofFolder(Path folder, double target) throws IOException {
        return new Calibration(comparisons(folder), target);
    }

    /** Compares the people of a folder. Pictures without one face are left out, and counted on the way. */
    Comparisons comparisons(Path folder) throws IOException {
        // No gallery: what is of poor quality there is of poor quality here, and nobody is refused as somebody's twin.
        FaceEngine engine = FaceEngine.open(settings.weights(), settings.acceleration());
        List<EnrolledPerson> people = new ArrayList<>();
        int leftOut = 0;
        for (Path person : children(folder)) {
            List<FaceTemplate> templates = new ArrayList<>();
            for (Path picture : Files.isDirectory(person) ? children(person) : List.<Path>of()) {
                try {
                    if (engine.read(Files.readAllBytes(picture), QualityLimits.forPortraits())
                            instanceof Usable usable) {
                        templates.add(engine.template(usable.face()));
                        continue;
                    }
                } catch (UnreadablePictureException noPicture) {
                    // Counted as one without a face.
                }
                leftOut++;
            }
            if (!templates.isEmpty()) {
                people.add(new EnrolledPerson(person.getFileName().toString(), NOTHING_SAID, templates));
            }
        }
        System.out.println(leftOut + " pictures were left out: unreadable, without one face, or of poor quality");
        return Comparisons.of(people);
    }

    /** In an order of names, so that two runs print the same. */
    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /** Prints a report, and writes the plot. */
    static void tell(Calibration calibration, Path plot) throws IOException {
        System.out.print(new CalibrationReport(calibration).text());
        Files.writeString(plot, new CalibrationPlot(calibration).svg());
        System.out.println("The plot is in " + plot);
    }
}
