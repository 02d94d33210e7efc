package org.facecheck.it;

/** What a person does in an application, and what each framework has to let them do. */
enum Step {
    /** The capture page, its script and its style are shown, whatever filters the application has. */
    PAGE,
    /** A link with a query opens after the check. */
    LINK,
    /** A form that was sent in the middle of work is saved, with names of any script. */
    FORM,
    /** A script is told where to go. */
    AJAX,
    /** A form with a file. */
    UPLOAD,
    SECOND_TAB,
    /** The browser's button, after the check. */
    BACK,
    /** By the application's own means. */
    LOGOUT
}
