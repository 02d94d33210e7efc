package org.example.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.primefaces.model.file.UploadedFile;

/** What the pages do. */
@Named
@RequestScoped
public class Desk {
    private String name = "";
    private UploadedFile file;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public UploadedFile getFile() {
        return file;
    }

    public void setFile(UploadedFile file) {
        this.file = file;
    }

    /** What was sent to a page that had not been opened before. */
    public String getSentFile() throws IOException, ServletException {
        HttpServletRequest request = Faces.getRequest();
        Part part = request.getPart("file");
        return "file=[" + part.getSubmittedFileName() + "] length=[" + part.getSize() + "]";
    }

    /** Opens the page of a dialog in a frame. */
    public void openDialog() {
        PrimeFaces.current().dialog().openDynamic("/secure/dialog");
    }

    /** Ends the session, and goes to a page that is open to all. */
    public String logOut() {
        FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
        return "/start?faces-redirect=true";
    }
}
