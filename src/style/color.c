#include "style/color.h"

#include <math.h>
#include <stdio.h>

static const double pi = 3.14159265358979323846;

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool color_parse(const char *text, struct color *color)
{
	unsigned char byte[3];
	if (text[0] != '#')
		return false;
	for (int i = 0; i < 3; i++) {
		int high = hex_digit(text[1 + 2 * i]), low = high < 0 ? -1 : hex_digit(text[2 + 2 * i]);
		if (low < 0)
			return false;
		byte[i] = (unsigned char)(high * 16 + low);
	}
	if (text[7])
		return false;
	*color = (struct color){ byte[0], byte[1], byte[2] };
	return true;
}

void color_hex(struct color c, char hex[8])
{
	snprintf(hex, 8, "#%02X%02X%02X", c.r, c.g, c.b);
}

bool color_equal(struct color a, struct color b)
{
	return a.r == b.r && a.g == b.g && a.b == b.b;
}

static double linear(unsigned char byte)
{
	double c = byte / 255.0;
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(struct color c)
{
	return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double color_contrast(struct color a, struct color b)
{
	double x = luminance(a), y = luminance(b);
	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static unsigned char between(unsigned char a, unsigned char b, double part)
{
	return (unsigned char)lround(a + (b - a) * part);
}

struct color color_between(struct color a, struct color b, double part)
{
	return (struct color){ between(a.r, b.r, part), between(a.g, b.g, part), between(a.b, b.b, part) };
}

struct color color_ink_on(struct color fill)
{
	static const double readable = 4.5;
	struct color dark = { 0x16, 0x19, 0x1d }, black = { 0, 0, 0 }, white = { 0xff, 0xff, 0xff };
	double on_dark = color_contrast(dark, fill), on_white = color_contrast(white, fill);
	if (fmax(on_dark, on_white) < readable) /* between the two lies a grey on which only black can be read */
		dark = black;
	return on_white > color_contrast(dark, fill) ? white : dark;
}

static void multiply(const double m[3][3], const double v[3], double out[3])
{
	for (int i = 0; i < 3; i++)
		out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
}

static double lab_curve(double t)
{
	double edge = 6.0 / 29;
	return t > edge * edge * edge ? cbrt(t) : t / (3 * edge * edge) + 4.0 / 29;
}

static struct color_lab lab_of(const double rgb[3])
{
	static const double to_xyz[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
		                             { 0.2126729, 0.7151522, 0.0721750 },
		                             { 0.0193339, 0.1191920, 0.9503041 } };
	static const double ones[3] = { 1, 1, 1 };
	double xyz[3], white[3], f[3];
	multiply(to_xyz, rgb, xyz);
	multiply(to_xyz, ones, white);
	for (int i = 0; i < 3; i++)
		f[i] = lab_curve(xyz[i] / white[i]);
	return (struct color_lab){ 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]) };
}

static double degrees(double radians)
{
	return radians * 180 / pi;
}

static double radians(double degrees)
{
	return degrees * pi / 180;
}

static double hue(double a, double b)
{
	double h = degrees(atan2(b, a));
	return h < 0 ? h + 360 : h;
}

static double seventh(double c)
{
	double p = pow(c, 7);
	return sqrt(p / (p + 6103515625.0)); /* 25^7 */
}

double color_lab_distance(struct color_lab p, struct color_lab q)
{
	double mean = (hypot(p.a, p.b) + hypot(q.a, q.b)) / 2, g = 0.5 * (1 - seventh(mean));
	double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a, c1 = hypot(a1, p.b), c2 = hypot(a2, q.b);
	double h1 = hue(a1, p.b), h2 = hue(a2, q.b), dh = h2 - h1, sum = h1 + h2, hm = sum;
	if (c1 * c2 == 0) {
		dh = 0;
	} else {
		hm = fabs(dh) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
		dh = dh > 180 ? dh - 360 : dh < -180 ? dh + 360 : dh;
	}
	double big_h = 2 * sqrt(c1 * c2) * sin(radians(dh) / 2), lm = (p.l + q.l) / 2, cm = (c1 + c2) / 2;
	double t = 1 - 0.17 * cos(radians(hm - 30)) + 0.24 * cos(radians(2 * hm)) + 0.32 * cos(radians(3 * hm + 6)) -
	           0.2 * cos(radians(4 * hm - 63));
	double turn = 30 * exp(-pow((hm - 275) / 25, 2)), l50 = pow(lm - 50, 2);
	double sl = 1 + 0.015 * l50 / sqrt(20 + l50), sc = 1 + 0.045 * cm, sh = 1 + 0.015 * cm * t;
	double rt = -sin(radians(2 * turn)) * 2 * seventh(cm);
	double l = (q.l - p.l) / sl, c = (c2 - c1) / sc, h = big_h / sh;
	return sqrt(fmax(0, l * l + c * c + h * h + rt * c * h));
}

/* Machado, Oliveira, Fernandes 2009, severity 1; on linear RGB. */
static void machado(enum vision vision, const double rgb[3], double out[3])
{
	static const double m[3][3][3] = {
		{ { 0.367322, 0.860646, -0.227968 },
		  { 0.280085, 0.672501, 0.047413 },
		  { -0.011820, 0.042940, 0.968881 } },
		{ { 0.152286, 1.052583, -0.204868 },
		  { 0.114503, 0.786281, 0.099216 },
		  { -0.003882, -0.048116, 1.051998 } },
		{ { 1.255528, -0.076749, -0.178779 },
		  { -0.078411, 0.930809, 0.147602 },
		  { 0.004733, 0.691367, 0.303900 } },
	};
	multiply(m[vision - VISION_DEUTERANOPIA], rgb, out);
}

/* Brettel, Viénot, Mollon 1997: one of two half-planes, chosen by the side of a plane through grey. */
static void brettel(enum vision vision, const double rgb[3], double out[3])
{
	static const struct {
		double half[2][3][3], normal[3];
	} m[3] = {
		{ { { { 0.36477, 0.86381, -0.22858 }, { 0.26294, 0.64245, 0.09462 }, { -0.02006, 0.02728, 0.99278 } },
		    { { 0.37298, 0.88166, -0.25464 }, { 0.25954, 0.63506, 0.10540 }, { -0.01980, 0.02784, 0.99196 } } },
		  { -0.00281, -0.00611, 0.00892 } },
		{ { { { 0.14980, 1.19548, -0.34528 }, { 0.10764, 0.84864, 0.04372 }, { 0.00384, -0.00540, 1.00156 } },
		    { { 0.14570, 1.16172, -0.30742 }, { 0.10816, 0.85291, 0.03892 }, { 0.00386, -0.00524, 1.00139 } } },
		  { 0.00048, 0.00393, -0.00441 } },
		{ { { { 1.01277, 0.13548, -0.14826 }, { -0.01243, 0.86812, 0.14431 }, { 0.07589, 0.80500, 0.11911 } },
		    { { 0.93678, 0.18979, -0.12657 }, { 0.06154, 0.81526, 0.12320 }, { -0.37562, 1.12767, 0.24796 } } },
		  { 0.03901, -0.02788, -0.01113 } },
	};
	int k = (int)(vision - VISION_DEUTERANOPIA);
	const double *n = m[k].normal;
	multiply(m[k].half[n[0] * rgb[0] + n[1] * rgb[1] + n[2] * rgb[2] < 0], rgb, out);
}

static void clamp(double rgb[3])
{
	for (int i = 0; i < 3; i++)
		rgb[i] = fmin(1, fmax(0, rgb[i]));
}

double color_distance(struct color a, struct color b, enum vision vision)
{
	double x[3] = { linear(a.r), linear(a.g), linear(a.b) }, y[3] = { linear(b.r), linear(b.g), linear(b.b) };
	if (vision == VISION_NORMAL)
		return color_lab_distance(lab_of(x), lab_of(y));
	double sx[3], sy[3];
	machado(vision, x, sx);
	machado(vision, y, sy);
	clamp(sx);
	clamp(sy);
	double first = color_lab_distance(lab_of(sx), lab_of(sy));
	brettel(vision, x, sx);
	brettel(vision, y, sy);
	clamp(sx);
	clamp(sy);
	return fmin(first, color_lab_distance(lab_of(sx), lab_of(sy)));
}

double color_distance_worst(struct color a, struct color b)
{
	return fmin(color_distance(a, b, VISION_DEUTERANOPIA),
	            fmin(color_distance(a, b, VISION_PROTANOPIA), color_distance(a, b, VISION_TRITANOPIA)));
}
