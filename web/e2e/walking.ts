import type { Locator, Page } from 'playwright-core';

/** Seconds it takes somebody to decide on one thing and press it, and to type one character (the keystroke-level model). */
const perStep = 2.5;
const perCharacter = 0.2;

/** A walk of somebody through the pages: what they pressed and typed, and how long a person and the pages take. */
export class Walk {
  private steps = 0;
  private characters = 0;
  private readonly began = performance.now();

  constructor(
    private readonly name: string,
    readonly page: Page,
  ) {}

  async press(what: Locator): Promise<void> {
    this.steps += 1;
    await what.click();
  }

  async key(key: string): Promise<void> {
    this.steps += 1;
    await this.page.keyboard.press(key);
  }

  async choose(where: Locator, label: string): Promise<void> {
    this.steps += 2;
    await where.selectOption({ label });
  }

  /** Types where the keyboard is. */
  async type(text: string): Promise<void> {
    this.characters += text.length;
    await this.page.keyboard.insertText(text);
  }

  async fill(where: Locator, text: string): Promise<void> {
    this.steps += 1;
    this.characters += text.length;
    await where.fill(text);
  }

  /** Seconds in all; written out with what they are made of. */
  end(): number {
    const pages = (performance.now() - this.began) / 1000;
    const all = this.steps * perStep + this.characters * perCharacter + pages;
    console.log(
      `${this.name}: ${all.toFixed(1)} s (${this.steps.toString()} steps, ${this.characters.toString()} characters, the pages ${pages.toFixed(1)} s)`,
    );
    return all;
  }
}
