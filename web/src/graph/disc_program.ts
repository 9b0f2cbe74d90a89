// Nodes as discs with an outline, one point each. Sigma's own programs draw an instance of a triangle for each node: on
// machines without a graphics card that costs a hundred times as much as a point.

import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const vertex_shader = /*glsl*/ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_outline;
attribute vec2 a_position;
attribute float a_size;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying vec4 v_outline;
varying float v_radius;
varying float v_rim;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  v_radius = a_size / u_sizeRatio * u_pixelRatio;
  v_rim = 1.2 * u_pixelRatio;
  gl_PointSize = 2.0 * v_radius + 2.0;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  v_outline = a_outline;
  v_outline.a *= 255.0 / 254.0;
}
`;

const fragment_shader = /*glsl*/ `
precision mediump float;
varying vec4 v_color;
varying vec4 v_outline;
varying float v_radius;
varying float v_rim;

void main() {
  float away = length(gl_PointCoord - vec2(0.5)) * (2.0 * v_radius + 2.0);
  float inside = v_radius - away;
  #ifdef PICKING_MODE
  gl_FragColor = inside > -1.0 ? v_color : vec4(0.0);
  #else
  vec4 disc = mix(v_outline, v_color, clamp(inside - v_rim + 0.5, 0.0, 1.0));
  gl_FragColor = disc * clamp(inside + 0.5, 0.0, 1.0);
  #endif
}
`;

const uniforms = ["u_matrix", "u_sizeRatio", "u_pixelRatio"] as const;

interface DiscData extends NodeDisplayData {
  outline?: string;
}

export class DiscProgram extends NodeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: vertex_shader,
      FRAGMENT_SHADER_SOURCE: fragment_shader,
      METHOD: POINTS,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_outline", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  // Without the second drawing that sigma picks nodes from: NodeFinder does that, and the graphics card need not be waited for.
  override render(params: RenderParams): void {
    if (this.hasNothingToRender()) return;
    const program = this.normalProgram;
    program.gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
    this.bindProgram(program);
    this.renderProgram(params, program);
    this.unbindProgram(program);
  }

  override processVisibleItem(index: number, at: number, data: DiscData): void {
    this.array.set([data.x, data.y, data.size, floatColor(data.color), floatColor(data.outline ?? data.color), index], at);
  }

  override setUniforms({ sizeRatio, pixelRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, sizeRatio);
    gl.uniform1f(uniformLocations["u_pixelRatio"] ?? null, pixelRatio);
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, matrix);
  }
}
