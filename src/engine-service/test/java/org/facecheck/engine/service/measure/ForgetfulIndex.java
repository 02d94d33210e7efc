package org.facecheck.engine.service.measure;

import java.util.List;
import java.util.Map;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.index.ExactIndex;
import org.facecheck.engine.index.Nearest;
import org.facecheck.engine.index.TemplateIndex;
import org.jspecify.annotations.Nullable;

/** Knows only who was put in last. */
final class ForgetfulIndex implements TemplateIndex {
    private final TemplateIndex last;

    ForgetfulIndex() {
        this(new ExactIndex());
    }

    private ForgetfulIndex(TemplateIndex last) {
        this.last = last;
    }

    @Override
    public TemplateIndex with(Map<String, List<FaceTemplate>> people) {
        return new ForgetfulIndex(new ExactIndex().with(people));
    }

    @Override
    public TemplateIndex without(String key) {
        return new ForgetfulIndex(last.without(key));
    }

    @Override
    public int size() {
        return last.size();
    }

    @Override
    public Nearest nearest(FaceTemplate probe, @Nullable String except) {
        return last.nearest(probe, except);
    }
}
