package org.example.struts;

import java.util.List;
import org.apache.struts2.action.UploadedFilesAware;
import org.apache.struts2.dispatcher.multipart.UploadedFile;

/** Shows the name and size of a file that somebody has sent. */
public class UploadAction extends EchoAction implements UploadedFilesAware {
    private static final long serialVersionUID = 1L;

    private String fileName = "";
    private long length;

    @Override
    public void withUploadedFiles(List<UploadedFile> files) {
        fileName = files.get(0).getOriginalName();
        length = files.get(0).length();
    }

    public String getFileName() {
        return fileName;
    }

    public long getLength() {
        return length;
    }
}
