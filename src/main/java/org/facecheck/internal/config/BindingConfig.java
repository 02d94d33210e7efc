package org.facecheck.internal.config;

import java.util.Optional;
import org.facecheck.internal.config.ConfigKey.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * What binds a face to a session or to the logged-in principal.
 *
 * @param said {@value #FIRST_USE}, the name of a field of the KYC document, or {@code null} where the deployer says nothing
 * @param attributeName the attribute of the principal that the field has to equal, or {@code null} for its name
 */
public record BindingConfig(
        @ConfigKey(value = KEY, form = TextForm.BINDING) @Nullable
        String said,

        @ConfigKey(value = ATTRIBUTE_KEY, form = TextForm.ATTRIBUTE) @Nullable
        String attributeName) {

    /** The key of the binding. */
    public static final String KEY = "facecheck.binding";

    /** The key of the principal's attribute. */
    public static final String ATTRIBUTE_KEY = "facecheck.binding.attribute";

    /** The person verified first in a session stays the only one who can be. */
    public static final String FIRST_USE = "first-use";

    /** Whether the deployer has said anything. */
    public boolean isSaid() {
        return said != null;
    }

    /** The document's field that has to be the principal's name or attribute, if there is one. */
    public Optional<String> field() {
        return Optional.ofNullable(said).filter(value -> !value.equals(FIRST_USE));
    }

    /** The principal's attribute that is meant, if it is not the name. */
    public Optional<String> attribute() {
        return Optional.ofNullable(attributeName);
    }
}
