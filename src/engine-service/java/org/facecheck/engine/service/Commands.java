package org.facecheck.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.facecheck.Selfie;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.PassiveLivenessCheck;
import org.facecheck.engine.calibration.Evaluation;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.index.ExactIndex;
import org.facecheck.engine.index.HnswIndex;
import org.facecheck.engine.index.TemplateIndex;
import org.facecheck.engine.service.measure.CheckCost;
import org.facecheck.engine.service.measure.CheckLoad;
import org.facecheck.engine.service.measure.LivenessFolders;
import org.facecheck.engine.service.measure.SearchCost;
import org.facecheck.engine.service.settings.FirstSettings;
import org.facecheck.engine.service.settings.ServiceSettings;
import org.facecheck.engine.service.settings.StoreSettings;
import org.facecheck.engine.store.KeptPortraits;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException;

/**
 * What the program does beside serving: {@code init}, {@code calibrate}, {@code evaluate}, {@code measure}, {@code measure-search},
 * {@code measure-liveness} and {@code delete-portraits}. Each prints what came of it.
 */
final class Commands {
    /** What is shown to who typed something else; engine.md says what each one is for. */
    static final List<String> USAGE = List.of(
            "engine.properties [port]",
            "init folder weights.tgz",
            "calibrate engine.properties rate plot.svg [folder]",
            "evaluate engine.properties folder",
            "measure engine.properties selfie.jpg [seconds]",
            "measure-search exact|hnsw templates…",
            "measure-liveness engine.properties people-folder attacks-folder",
            "delete-portraits engine.properties");

    /** Long enough for the compilers to have done their work, and short enough to be waited for. */
    private static final String SECONDS = "20";

    private final List<String> arguments;

    /** @param arguments the command, and what it is about */
    Commands(String... arguments) {
        this.arguments = List.copyOf(Arrays.asList(arguments));
    }

    /** Whether a word is one of the commands, and so no file of settings. */
    static boolean isNamed(String word) {
        return USAGE.stream().skip(1).anyMatch(usage -> usage.startsWith(word + " "));
    }

    /**
     * Does it.
     *
     * @return whether there is such a command, with so many words
     * @throws Exception if it fails; the message says why
     */
    boolean run() throws Exception {
        // By name and number: a command with too few words is none, and the usage is shown.
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        int count = arguments.size() - 1;
        if (command.equals("init") && count == 2) {
            new FirstSettings(path(1)).write(path(2));
            System.out.println("Written: settings, keys and secrets, in " + path(1));
        } else if (command.equals("calibrate") && (count == 3 || count == 4)) {
            calibrate();
        } else if (command.equals("evaluate") && count == 2) {
            System.out.print(new Evaluation(new CalibrateCommand(settings()).comparisons(path(2))).text());
        } else if (command.equals("measure") && (count == 2 || count == 3)) {
            measure();
        } else if (command.equals("measure-search") && count >= 2) {
            measureSearch();
        } else if (command.equals("measure-liveness") && count == 3) {
            measureLiveness();
        } else if (command.equals("delete-portraits") && count == 1) {
            deletePortraits();
        } else {
            return false;
        }
        return true;
    }

    /** A rate, a file for the plot, and perhaps a folder: else, it is the people on file. */
    private void calibrate() throws IOException {
        CalibrateCommand command = new CalibrateCommand(settings());
        double target = Double.parseDouble(arguments.get(2));
        CalibrateCommand.tell(
                arguments.size() == 4 ? command.ofPeopleOnFile(target) : command.ofFolder(path(4), target), path(3));
    }

    /** Nobody is on file: comparing one with one costs nothing, and the people on file are left alone. */
    private void measure() throws Exception {
        FaceEngine engine = FaceEngine.open(settings().weights(), settings().acceleration());
        System.out.println("computed by " + (engine.isAccelerated() ? "ONNX Runtime" : "plain Java"));
        byte[] picture = Files.readAllBytes(path(2));
        System.out.print(CheckCost.of(engine, picture).text());
        Duration time = Duration.ofSeconds(Long.parseLong(arguments.size() == 4 ? arguments.get(3) : SECONDS));
        Gallery nobody = new Gallery(MatchPolicy.standard());
        try (EngineFaceMatcher matcher = new EngineFaceMatcher(engine, nobody)) {
            System.out.print(CheckLoad.of(matcher, selfie(picture), time).text());
        }
    }

    /** As a check's picture is read: what no check would take is not measured. */
    private static Selfie selfie(byte[] picture) throws IOException {
        try {
            return new SelfieReader().read(picture);
        } catch (UnusableImageException unusable) {
            throw new IOException("the picture is none that a check would take", unusable);
        }
    }

    /** The exact one, unless the other one is asked for by its name. */
    private void measureSearch() throws Exception {
        Supplier<TemplateIndex> indexes = arguments.get(1).equals("hnsw") ? HnswIndex::new : ExactIndex::new;
        for (String templates : arguments.subList(2, arguments.size())) {
            System.out.print(SearchCost.of(indexes, Integer.parseInt(templates)).text());
        }
    }

    /** Two folders: of people as they are, and of pictures of them. The check that the settings name is measured, with its threshold. */
    private void measureLiveness() throws IOException {
        ServiceSettings settings = settings();
        PassiveLivenessCheck check = settings.liveness()
                .passive(FaceEngine.open(settings.weights(), settings.acceleration()))
                .orElseThrow(() -> new IOException(path(1) + ": the setting \"liveness-weights\" is missing"));
        System.out.print(new LivenessFolders(check).compare(path(2), path(3)).text());
    }

    /** As the button of the operator's page does: for a script, or while no service runs. */
    private void deletePortraits() throws IOException {
        StoreSettings store = settings().store();
        // As for the button: whoever is enrolled next would have some again.
        if (store.keepsPortraits()) {
            throw new IOException(path(1) + ": no picture was deleted, since the setting \"keep-portraits\" is true;"
                    + " take it out, start the service again, and repeat this");
        }
        KeptPortraits portraits = store.portraits();
        int before = portraits.count();
        int people = portraits.deleteAll();
        // Counted again: a service that was not started anew since the setting was changed still keeps them.
        int after = portraits.count();
        if (after > 0) {
            throw new IOException(
                    "the pictures of " + people + " people were deleted, and " + after
                            + " pictures are on file: a service that still keeps them is running; start it anew, and repeat this");
        }
        System.out.println("Deleted: " + before + " pictures of faces, of " + people
                + " people, who are still enrolled. On file now: 0 pictures.");
    }

    /** Always the first argument of commands that need them. */
    private ServiceSettings settings() throws IOException {
        return ServiceSettings.read(path(1));
    }

    private Path path(int argument) {
        return Path.of(arguments.get(argument));
    }
}
