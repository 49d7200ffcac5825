/** Pages of tests and findings, for companies and for administrators. */
@NullMarked
package dev.hitlai.testing.web.pages;

import org.jspecify.annotations.NullMarked;
