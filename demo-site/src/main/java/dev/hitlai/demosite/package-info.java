/**
 * The demo shop, its catalogue of planted defects, and a site of hostile pages: the platform's test
 * patients.
 */
@NullMarked
package dev.hitlai.demosite;

import org.jspecify.annotations.NullMarked;
