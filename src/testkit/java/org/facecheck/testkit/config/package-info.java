/** What editors read of Facecheck's keys: names, types, defaults and meanings. Nothing at run time asks for it. */
@NullMarked
package org.facecheck.testkit.config;

import org.jspecify.annotations.NullMarked;
