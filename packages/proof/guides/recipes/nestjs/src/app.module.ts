import { Body, Controller, Get, HttpCode, Module, Post } from "@nestjs/common";

@Controller("api")
class DataController {
  @Get("data")
  read(): object {
    return { data: "hello world" };
  }

  @Post("data")
  @HttpCode(200)
  write(@Body() body: object): object {
    return { received: body };
  }

  @Get("fails")
  fail(): never {
    throw new Error("the database is down");
  }
}

@Module({ controllers: [DataController] })
export class AppModule {}
