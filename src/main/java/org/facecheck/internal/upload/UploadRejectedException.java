package org.facecheck.internal.upload;

import org.facecheck.internal.page.PageMessage;

/** What was sent can't be used; says which news the person gets. */
public final class UploadRejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PageMessage news;

    UploadRejectedException(PageMessage news) {
        super(news.key());
        this.news = news;
    }

    public PageMessage news() {
        return news;
    }
}
