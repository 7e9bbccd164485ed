/** Owns nothing yet. */
package org.yima.sandbox;
