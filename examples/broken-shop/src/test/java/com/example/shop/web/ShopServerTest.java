package com.example.shop.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.shop.orders.BadRequestException;
import com.example.shop.payments.PaymentGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopServerTest {

    @Test
    void queryKnowsTextsNumbersAndLists() {
        Query query = Query.parse("day=friday&amounts=%5B1%2C+2%5D&line=a+b");
        assertEquals("friday", query.text("day"));
        assertEquals(List.of(1, 2), query.numbers("amounts"));
        assertEquals("day=friday amounts=[1, 2] line=\"a b\"", query.toString());
    }

    @Test
    void emptyListIsAList() {
        assertEquals(List.of(), Query.parse("items=[]").texts("items"));
    }

    @Test
    void missingAndWrongParametersAreTheClientsFault() {
        assertThrows(BadRequestException.class, () -> Query.parse("").text("day"));
        assertThrows(BadRequestException.class, () -> Query.parse("grams=much").number("grams"));
        assertThrows(BadRequestException.class, () -> Query.parse("items=lamp").texts("items"));
    }

    @Test
    void answersOverHttp() throws Exception {
        ShopServer server = ShopServer.start(0, new PaymentGateway("127.0.0.1", 9));
        try {
            assertEquals("490 cents\n", get(server, "/shipping/quote?country=DE&grams=500").body());
            assertEquals("order 1001\n", get(server, "/orders/place?sku=lamp&quantity=2").body());
            assertEquals(400, get(server, "/shipping/quote?country=DE").statusCode());
            assertEquals(404, get(server, "/nowhere").statusCode());
        } finally {
            server.stop();
        }
    }

    private static HttpResponse<String> get(ShopServer server, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
