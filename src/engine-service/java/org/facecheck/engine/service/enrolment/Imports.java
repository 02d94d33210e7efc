package org.facecheck.engine.service.enrolment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facecheck.engine.EnrolmentReport;
import org.facecheck.engine.service.enrolment.EnrolmentOffice.Place;
import org.facecheck.engine.service.enrolment.ImportProgress.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Imports of tables, one after the other, in a thread of their own. Between two lines, others may enrol somebody. A table can be
 * imported again: who is enrolled already is enrolled anew. Thread-safe.
 */
public final class Imports implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    private final EnrolmentOffice office;
    private final ImportFolder folder;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "facecheck-engine-import");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable ImportProgress progress;

    /** Imports from this folder. */
    public Imports(EnrolmentOffice office, ImportFolder folder) {
        this.office = office;
        this.folder = folder;
    }

    /** The tables that can be imported. */
    public List<String> tables() throws IOException {
        return folder.tables();
    }

    /** How far the last import is, empty if there was none since the start. */
    public Optional<ImportProgress> progress() {
        return Optional.ofNullable(progress);
    }

    /**
     * Begins an import.
     *
     * @return false if another one is not over yet
     */
    public synchronized boolean start(String table) {
        ImportProgress last = progress;
        if (last != null && !last.isOver()) {
            return false;
        }
        progress = ImportProgress.begun(table, 0);
        Future<?> unused = thread.submit(() -> run(table));
        return true;
    }

    private void run(String table) {
        try {
            List<CsvTable.Line> lines = folder.table(table).lines();
            ImportProgress at = ImportProgress.begun(table, lines.size());
            for (CsvTable.Line line : lines) {
                progress = at;
                at = enrol(new ImportLine(line, folder), at);
            }
            progress = at.over();
            LOG.log(
                    System.Logger.Level.INFO,
                    "an import is over: {0} of {1} people are enrolled",
                    at.enrolled(),
                    at.lines());
        } catch (IOException unreadable) {
            progress = ImportProgress.failed(table, String.valueOf(unreadable.getMessage()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) { // a database that is down
            LOG.log(System.Logger.Level.ERROR, "an import failed", failed);
            ImportProgress at = progress;
            progress = (at == null ? ImportProgress.begun(table, 0) : at)
                    .with(false, List.of(new Problem(0, "the gallery's database fails; the log says more")))
                    .over();
        }
    }

    private ImportProgress enrol(ImportLine line, ImportProgress at) throws InterruptedException {
        try (Place place = office.take()) {
            EnrolmentReport report = place.enrol(line.person());
            return at.with(report.isEnrolled(), line.problems(report));
        } catch (IOException wrong) {
            return at.with(false, List.of(new Problem(line.line().number(), String.valueOf(wrong.getMessage()))));
        }
    }

    /** Ends the import between two lines; what was enrolled stays. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
