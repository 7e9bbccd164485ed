/** Owns nothing yet. */
package org.yima.platform;
