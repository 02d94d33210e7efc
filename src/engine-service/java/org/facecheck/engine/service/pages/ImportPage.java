package org.facecheck.engine.service.pages;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.facecheck.engine.service.enrolment.ImportProgress;
import org.facecheck.engine.service.enrolment.ImportProgress.Problem;
import org.facecheck.engine.service.enrolment.Imports;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageForm;
import org.facecheck.engine.service.html.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator has a table imported, and sees how far it is, who failed, and why. The table and its portraits are on the server, where
 * those put them who run it: nothing is uploaded here, and no name that a form sends becomes a path. Thread-safe.
 */
final class ImportPage {
    /** Often enough to be watched, and no load. */
    private static final String REFRESH_SECONDS = "2";

    private final @Nullable Imports imports;

    /** @param imports {@code null} where the operator has named no folder for them */
    ImportPage(@Nullable Imports imports) {
        this.imports = imports;
    }

    /** While an import runs, the browser is asked to load the page again: no script is needed for that. */
    PageAnswer show(OperatorSession session) throws IOException {
        Html html = Html.page("Import");
        // A page and no error: an operator who follows the link learns what to do.
        if (imports == null) {
            html.element("p", "There is no folder to import from: name one by the setting \"imports\".");
            return PageAnswer.page(
                    200, html.raw("<p><a href=\"people\">People</a></p>").end());
        }
        Optional<ImportProgress> progress = imports.progress();
        // Asked once: an import that ends while the page is written would show neither progress nor tables.
        boolean isRunning = progress.isPresent() && !progress.get().isOver();
        progress.ifPresent(at -> write(html, at));
        if (!isRunning) {
            offer(html, imports.tables(), session);
        }
        PageAnswer answer = PageAnswer.page(
                200, html.raw("<p><a href=\"people\">People</a></p>").end());
        return isRunning ? answer.with("Refresh", REFRESH_SECONDS) : answer;
    }

    /** The names that the folder has now; another one that is sent is no table. */
    private static void offer(Html html, List<String> tables, OperatorSession session) {
        if (tables.isEmpty()) {
            html.element("p", "The folder has no table: put a file there whose name ends in .csv.");
            return;
        }
        html.form("import", "application/x-www-form-urlencoded", session.formToken())
                .raw("<p class=\"field\"><label for=\"table\">Table</label><select id=\"table\" name=\"table\">");
        tables.forEach(table -> html.element("option", table));
        html.raw("</select></p>").submit("Import");
    }

    /** Reasons name files and columns; whose line it is, the operator sees in the table. */
    private static void write(Html html, ImportProgress at) {
        html.raw("<p class=\"news\" role=\"status\">")
                .text(at.table() + ": " + at.done() + " of " + at.lines() + " people, " + at.enrolled() + " enrolled"
                        + (at.isOver() ? ". The import is over." : " …"))
                .raw("</p><progress max=\"" + Math.max(1, at.lines()) + "\" value=\"" + at.done() + "\"></progress>");
        if (at.problems().isEmpty()) {
            return;
        }
        // A problem of the table as a whole has no line.
        html.raw("<table><thead><tr><th>Line</th><th>Problem</th></tr></thead><tbody>");
        for (Problem problem : at.problems()) {
            html.raw("<tr><td>")
                    .text(problem.line() == 0 ? "" : String.valueOf(problem.line()))
                    .raw("</td><td>")
                    .text(problem.reason())
                    .raw("</td></tr>");
        }
        html.raw("</tbody></table>");
    }

    /** One import at a time; who asks while one runs sees that one. */
    PageAnswer start(PageForm form, PageRequest request) {
        // Without a folder there was no form; who sends one all the same starts nothing.
        if (imports != null) {
            imports.start(form.text("table"));
        }
        return PageAnswer.seeOther(request.home() + "/import");
    }
}
