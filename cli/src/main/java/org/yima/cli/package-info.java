/** Owns nothing yet. */
package org.yima.cli;
