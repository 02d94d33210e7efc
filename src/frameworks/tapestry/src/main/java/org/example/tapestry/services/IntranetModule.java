package org.example.tapestry.services;

import org.apache.tapestry5.SymbolConstants;
import org.apache.tapestry5.commons.MappedConfiguration;
import org.apache.tapestry5.http.TapestryHttpSymbolConstants;
import org.apache.tapestry5.ioc.annotations.Contribute;
import org.apache.tapestry5.ioc.services.ApplicationDefaults;
import org.apache.tapestry5.ioc.services.ClasspathURLConverter;
import org.apache.tapestry5.ioc.services.ServiceOverride;
import org.apache.tapestry5.ioc.services.SymbolProvider;

/** What the application sets. */
public class IntranetModule {

    @Contribute(SymbolProvider.class)
    @ApplicationDefaults
    public static void defaults(MappedConfiguration<String, Object> settings) {
        settings.add(TapestryHttpSymbolConstants.PRODUCTION_MODE, true);
        settings.add(SymbolConstants.HMAC_PASSPHRASE, "for form data of this application");
    }

    @Contribute(ServiceOverride.class)
    public static void overrides(MappedConfiguration<Class<?>, Object> services) {
        services.add(ClasspathURLConverter.class, new ServerFiles());
    }
}
