/** Controllers of test requests, runs and findings, and the view models of their pages. */
@NullMarked
package dev.hitlai.testing.web;

import org.jspecify.annotations.NullMarked;
