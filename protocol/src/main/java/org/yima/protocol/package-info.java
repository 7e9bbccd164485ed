/** Owns nothing yet. */
package org.yima.protocol;
