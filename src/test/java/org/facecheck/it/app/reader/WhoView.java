package org.facecheck.it.app.reader;

import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.facecheck.KycIdentity;

/** A bean behind a view of Faces, which lives longer than a request. */
@Named("who")
@ViewScoped
public class WhoView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Instance<KycIdentity> identity;

    public String getInjected() {
        KycIdentity who = identity.get();
        return who == null ? "nobody" : who.fullName().orElse("nameless");
    }

    /** Without CDI. */
    public String getRead() {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return KycIdentity.of(request).flatMap(KycIdentity::fullName).orElse("nobody");
    }
}
