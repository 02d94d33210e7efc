package org.example.stripes;

import net.sourceforge.stripes.action.DefaultHandler;
import net.sourceforge.stripes.action.FileBean;
import net.sourceforge.stripes.action.Resolution;
import net.sourceforge.stripes.action.UrlBinding;

/** Shows the name and size of a file that was sent. */
@UrlBinding("/secure/upload")
public class UploadAction extends Page {
    private String name;
    private FileBean file;

    @DefaultHandler
    public Resolution show() {
        return showing(
                "PROTECTED name=[" + name + "] file=[" + file.getFileName() + "] length=[" + file.getSize() + "]");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public FileBean getFile() {
        return file;
    }

    public void setFile(FileBean file) {
        this.file = file;
    }
}
