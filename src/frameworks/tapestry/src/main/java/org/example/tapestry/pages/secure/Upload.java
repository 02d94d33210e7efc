package org.example.tapestry.pages.secure;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletDiskFileUpload;
import org.apache.tapestry5.ioc.annotations.Inject;

/** Shows the name and size of a file that was sent. */
public class Upload {

    @Inject
    private HttpServletRequest request;

    public String getFile() throws IOException {
        List<DiskFileItem> sent =
                new JakartaServletDiskFileUpload(DiskFileItemFactory.builder().get()).parseRequest(request);
        return "name=[" + sent.get(0).getString(StandardCharsets.UTF_8) + "] file=["
                + sent.get(1).getName() + "] length=[" + sent.get(1).getSize() + "]";
    }
}
