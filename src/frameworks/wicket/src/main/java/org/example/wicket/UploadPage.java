package org.example.wicket;

import org.apache.commons.fileupload2.core.FileItem;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.wicket.WicketRuntimeException;
import org.apache.wicket.markup.html.WebPage;
import org.apache.wicket.markup.html.basic.Label;
import org.apache.wicket.protocol.http.servlet.MultipartServletWebRequest;
import org.apache.wicket.protocol.http.servlet.ServletWebRequest;
import org.apache.wicket.util.lang.Bytes;

/** Shows the name and size of a file that somebody has sent. */
public class UploadPage extends WebPage {
    private static final long serialVersionUID = 1L;

    @Override
    protected void onInitialize() {
        super.onInitialize();
        try {
            MultipartServletWebRequest sent =
                    ((ServletWebRequest) getRequest()).newMultipartWebRequest(Bytes.megabytes(1), "upload");
            sent.parseFileParts();
            String name = sent.getPostParameters().getParameterValue("name").toString("");
            FileItem<?> file = sent.getFile("file").get(0);
            add(new Label("file", "name=[" + name + "] file=[" + file.getName() + "] length=[" + file.getSize() + "]")
                    .setEscapeModelStrings(false));
        } catch (FileUploadException unreadable) {
            throw new WicketRuntimeException(unreadable);
        }
    }
}
