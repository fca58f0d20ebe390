import "reflect-metadata";
import type { PhoneNumberClient } from "@m800/phone-number-auth";
import { Controller, Get, Inject, Module, Post, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { answerToken, PHONE_NUMBER, phoneNumberProvider } from "./phone-number";

@Controller()
class PhoneNumberController {
  constructor(@Inject(PHONE_NUMBER) private readonly client: PhoneNumberClient) {}

  @Get("countries")
  async countries() {
    const { data, error } = await this.client.GET("/countries");
    return data ?? error;
  }

  @Post("token")
  async token(@Req() request: ExpressRequest, @Res() response: ExpressResponse) {
    const answer = await answerToken(request);
    response
      .status(answer.status)
      .set(Object.fromEntries(answer.headers))
      .send(await answer.text());
  }
}

@Module({ controllers: [PhoneNumberController], providers: [phoneNumberProvider] })
class AppModule {}

async function start() {
  const app = await NestFactory.create(AppModule, { logger: ["error"] });
  await app.listen(0, "127.0.0.1");
  console.log(app.getHttpServer().address());
}
void start();
