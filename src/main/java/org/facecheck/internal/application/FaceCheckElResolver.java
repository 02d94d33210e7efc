package org.facecheck.internal.application;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.JspContext;
import jakarta.servlet.jsp.JspFactory;
import jakarta.servlet.jsp.PageContext;
import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ${facecheck.…}} in JSP pages of applications without CDI; with CDI, the bean of {@link FaceCheckExtension} answers. It is
 * asked when a page uses the name, so that a request to any other page costs nothing. Stateless and thread-safe.
 */
public final class FaceCheckElResolver extends ELResolver {

    /**
     * Adds itself, if the server has JSP. To be called at start-up: a resolver can't be added any more when the first page has
     * been served ({@link jakarta.servlet.jsp.JspApplicationContext#addELResolver}).
     */
    public static void register(ServletContext context) {
        JspFactory jsp = JspFactory.getDefaultFactory();
        if (jsp != null) {
            jsp.getJspApplicationContext(context).addELResolver(new FaceCheckElResolver());
        }
    }

    /** Resolves the name alone ({@code base} is {@code null}); what follows it is a map's, and the map resolver's. */
    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null
                && FaceCheckElVariable.NAME.equals(property)
                && context.getContext(JspContext.class) instanceof PageContext page
                && page.getRequest() instanceof HttpServletRequest request) {
            context.setPropertyResolved(base, property);
            return new FaceCheckElVariable(request);
        }
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        if (base == null && FaceCheckElVariable.NAME.equals(property)) {
            context.setPropertyResolved(true);
            return Map.class;
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        if (base == null && FaceCheckElVariable.NAME.equals(property)) {
            throw new PropertyNotWritableException(FaceCheckElVariable.NAME + " can only be read");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    /** For design tools, which EL 3 asks for and EL 6 has no more: without the mark of an override, it compiles with each. */
    @SuppressWarnings({"MissingOverride", "removal"})
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    /** For tools: names are strings. */
    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base == null ? String.class : null;
    }
}
