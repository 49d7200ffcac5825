/** How pages come together: templates, assets, headers, navigation and the public pages. */
@NullMarked
package dev.hitlai.web.internal;

import org.jspecify.annotations.NullMarked;
