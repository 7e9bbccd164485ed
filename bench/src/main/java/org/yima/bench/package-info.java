/** Owns nothing yet. */
package org.yima.bench;
