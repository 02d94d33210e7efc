package org.facecheck.capture;

/** What was sent can't be used; says which news the person gets. */
final class UploadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient News news;

    UploadException(News news) {
        super(news.key());
        this.news = news;
    }

    News news() {
        return news;
    }
}
