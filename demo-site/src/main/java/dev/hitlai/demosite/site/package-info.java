/** What the planted sites share: switches, forms, routes, sessions, templates. */
@NullMarked
package dev.hitlai.demosite.site;

import org.jspecify.annotations.NullMarked;
